"""``python -m tonecheck``."""

from tonecheck.cli import main

if __name__ == "__main__":
    main()
