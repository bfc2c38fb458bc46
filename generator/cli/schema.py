"""`jingwei schema`: JSON Schema of every file people write."""

from __future__ import annotations

import argparse
import json
import sys

from generator.cli.codes import Exit
from generator.forms.schema import json_schemas


def run(options: argparse.Namespace) -> int:
    """All schemas as one object by name, or the one that was asked for."""
    schemas = json_schemas()
    if options.name and options.name not in schemas:
        print(f"{options.name}: {' '.join(schemas)}", file=sys.stderr)
        return Exit.USAGE
    shown = schemas[options.name] if options.name else schemas
    print(json.dumps(shown, ensure_ascii=False, indent=2, sort_keys=True))
    return Exit.OK
