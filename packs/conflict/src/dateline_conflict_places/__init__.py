"""Places of 56 countries with armed conflict; Dateline finds the table beside this module by its entry point."""
