"""The store's history: one numbered file a change, run when a store of an older revision is opened."""
