"""Web pages: what their markup says besides the article."""
