// libxml2 for Swift. Debian builds libxml2 with ICU, whose headers clash with the ones that Foundation carries; nothing
// here uses libxml2's ICU face, so it is switched off before any other header is read.
#ifndef SAPXEP_CLIBXML2_SHIM_H
#define SAPXEP_CLIBXML2_SHIM_H

#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/HTMLparser.h>
#include <libxml/xmlerror.h>

#endif
