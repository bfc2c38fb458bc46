"""All annotations + authority files + topics -> knowledge. No I/O; one pass, nothing quadratic."""
