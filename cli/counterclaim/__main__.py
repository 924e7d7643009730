"""``python -m counterclaim`` is the same program as ``counterclaim``."""

from counterclaim.app import main

if __name__ == "__main__":
    main()
