"""Building the polygons of administrative units: from published boundaries to the tables that Dateline ships."""
