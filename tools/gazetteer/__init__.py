"""The build of the gazetteer: from pinned packages and files to the tables that ship."""
