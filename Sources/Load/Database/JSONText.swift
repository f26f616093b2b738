// Texts as JSON, in UTF-8 as they are: for the JSON columns of the database and the lines of a log.

/// A text as a JSON string.
public func jsonText(_ text: String) -> String {
    var json = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": json += "\\\""
        case "\\": json += "\\\\"
        case "\n": json += "\\n"
        case "\r": json += "\\r"
        case "\t": json += "\\t"
        case "\0"..<" ":
            let digits = String(scalar.value, radix: 16)
            json += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        default: json.unicodeScalars.append(scalar)
        }
    }
    return json + "\""
}

/// A JSON array of texts.
func jsonArray(_ texts: [String]) -> String { "[" + texts.map(jsonText).joined(separator: ",") + "]" }
