"""The command: arguments, files, exit codes. Importing it is cheap: the pipeline is loaded when it is first used."""
