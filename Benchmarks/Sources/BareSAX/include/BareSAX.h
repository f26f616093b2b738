// The yardstick of the XML readers: libxml2 alone, in C, through the interface that they use.
#ifndef BARE_SAX_H
#define BARE_SAX_H

struct bare_sax_counts {
    long elements;
    long bytes;
};

/// Takes a file through SAX2 push in chunks of 256 KiB and counts; -1 elements where it cannot be read or is broken.
struct bare_sax_counts bare_sax_read(const char *path);

#endif
