// Remarks in brackets behind a value: `Hoa (Hán)`, `0,3 (PCCV)`.

/// A text without what stands in brackets at its end; the text itself where nothing stands before them.
func withoutBrackets(_ text: String) -> String {
    let bytes = text.utf8
    guard let open = bytes.firstIndex(of: UInt8(ascii: "(")), bytes.last(where: { $0 > 0x20 }) == UInt8(ascii: ")"),
        bytes[..<open].contains(where: { $0 > 0x20 })
    else { return text }
    return String(text[..<open])
}
