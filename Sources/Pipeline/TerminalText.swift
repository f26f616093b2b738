// Words for a terminal: the operating system's own for what went wrong, and names that people gave to files.

import Glibc

/// The system's words for an error number, the last one by default (`No space left on device`).
func systemMessage(_ number: Int32 = errno) -> String { String(cString: strerror(number)) }

/// A text for one line of a terminal: a file's name may hold line breaks and control characters, which show as `?`.
public func printable(_ text: String) -> String {
    String(
        String.UnicodeScalarView(
            text.unicodeScalars.map { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) ? "?" : $0 }))
}
