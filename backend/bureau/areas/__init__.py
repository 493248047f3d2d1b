"""One folder for each function of the bureau, named in the catalogue; none knows another."""
