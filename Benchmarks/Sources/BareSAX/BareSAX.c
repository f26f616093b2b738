#include "BareSAX.h"

#include <fcntl.h>
#include <libxml/parser.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void start(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespaces,
                  const xmlChar **declared, int attributes, int defaulted, const xmlChar **values) {
    ((struct bare_sax_counts *)user)->elements++;
}

static void end(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {}

static void characters(void *user, const xmlChar *text, int length) {
    ((struct bare_sax_counts *)user)->bytes += length;
}

struct bare_sax_counts bare_sax_read(const char *path) {
    struct bare_sax_counts counts = {0, 0};
    struct bare_sax_counts broken = {-1, 0};
    static char chunk[256 << 10];
    int file = open(path, O_RDONLY);
    if (file < 0) return broken;
    xmlSAXHandler sax;
    memset(&sax, 0, sizeof sax);
    sax.initialized = XML_SAX2_MAGIC;
    sax.startElementNs = start;
    sax.endElementNs = end;
    sax.characters = sax.ignorableWhitespace = characters;
    xmlParserCtxtPtr parser = xmlCreatePushParserCtxt(&sax, &counts, NULL, 0, NULL);
    xmlCtxtUseOptions(parser, XML_PARSE_NONET);
    ssize_t length;
    while ((length = read(file, chunk, sizeof chunk)) > 0) xmlParseChunk(parser, chunk, (int)length, 0);
    xmlParseChunk(parser, NULL, 0, 1);
    int is_sound = parser->wellFormed;
    xmlFreeParserCtxt(parser);
    close(file);
    return is_sound ? counts : broken;
}
