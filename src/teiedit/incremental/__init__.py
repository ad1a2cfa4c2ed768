"""What the build before has made, and from what: so that a build makes again only what would come out otherwise.

A step (a transcript to TEI; a TEI to its page; all to one book) gives the same whenever what it reads is the same: its
document, the settings that it asked for, and the files of the program that it runs. All three are kept with what it
gave (`state.py`): the settings by watching which are asked for (`tools/traced.py`), the program as fingerprints of its
files (`program.py`). Whether anything at all has changed is seen from the files' times and sizes, before most of the
program is loaded (`unchanged.py`).
"""
