"""Articles seen together: people and institutions merged across them, and tables of everything."""
