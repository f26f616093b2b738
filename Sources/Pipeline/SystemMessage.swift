// The operating system's own words for what went wrong.

import Glibc

/// The system's words for an error number, the last one by default (`No space left on device`).
func systemMessage(_ number: Int32 = errno) -> String { String(cString: strerror(number)) }
