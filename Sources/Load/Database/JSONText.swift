// Texts as JSON, in UTF-8 as they are: for the JSON columns of the database and the lines of a log.

/// A text as a JSON string.
public func jsonText(_ text: String) -> String {
    var (text, json) = (text, [UInt8(ascii: "\"")])
    text.withUTF8 { appendJSON($0, to: &json) }
    json.append(UInt8(ascii: "\""))
    return String(decoding: json, as: UTF8.self)
}

/// Appends a text in UTF-8 as it stands between the quotation marks of a JSON string (RFC 8259, section 7).
func appendJSON(_ text: UnsafeBufferPointer<UInt8>, to json: inout [UInt8]) {
    guard text.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C }) else { return json.append(contentsOf: text) }
    for byte in text {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): json += [UInt8(ascii: "\\"), byte]
        case 0x0A: json += Array("\\n".utf8)
        case 0x0D: json += Array("\\r".utf8)
        case 0x09: json += Array("\\t".utf8)
        case 0..<0x20: json += Array((byte < 16 ? "\\u000" : "\\u00").utf8) + Array(String(byte, radix: 16).utf8)
        default: json.append(byte)
        }
    }
}

/// A JSON array of texts.
func jsonArray(_ texts: [String]) -> String { "[" + texts.map(jsonText).joined(separator: ",") + "]" }
