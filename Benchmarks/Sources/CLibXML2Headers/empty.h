// Only the compiler flags of libxml2 are wanted here; the C file beside this target includes its headers.
