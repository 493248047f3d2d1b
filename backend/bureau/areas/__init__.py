"""One folder for each function of the bureau; none has arrived yet."""
