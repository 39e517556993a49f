"""The merge in three phases: alternatives are chosen, the scripts are united, conflicts are named. Draws nothing."""
