// libzip for Swift: the container of .xlsx workbooks.
#ifndef SAPXEP_CLIBZIP_SHIM_H
#define SAPXEP_CLIBZIP_SHIM_H

#include <zip.h>

#endif
