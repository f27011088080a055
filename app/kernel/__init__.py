"""What every room needs: closed words, errors, time, canonical JSON, age, files, paths."""
