"""Knowledge -> view models -> pages, feeds, sitemap. The only room that imports jinja2."""
