"""Work in the background: asked for in the transaction that wants it, done once, resumed where it was interrupted."""
