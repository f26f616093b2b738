// HTML as browsers take it: tags with or without quotes, texts and references, never an error.

internal import Glibc

/// Takes what an HTML document holds, in its order.
protocol HTMLHandler: AnyObject {
    func startTag(_ tag: HTMLTag) throws
    /// The name in lower case.
    func endTag(_ name: String) throws
    /// Text with its references still in it, whole between two tags.
    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws
}

/// An opening tag.
struct HTMLTag {
    /// In lower case.
    let name: String
    /// Names in lower case, values with their references still in them.
    let attributes: [(name: String, value: String)]

    func value(_ name: String) -> String? { attributes.first { $0.name == name }?.value }

    /// A whole number at the start of an attribute's value, as browsers read `colspan="2 "`.
    func number(_ name: String) -> Int? {
        guard let digits = value(name)?.utf8.drop(while: { $0 <= 0x20 }).prefix(while: { 0x30...0x39 ~= $0 }) else {
            return nil
        }
        return digits.isEmpty || digits.count > 9 ? nil : Int(String(Substring(digits)))
    }
}

/// Cuts UTF-8 text into tags and texts as it comes; what a chunk cuts in two waits for the next one.
struct HTMLTokenizer {
    private var pending: [UInt8] = []
    /// The element whose content is no markup, up to its end tag: script, style.
    private var rawElement: String?
    private let limits: ReadingLimits

    init(limits: ReadingLimits) { self.limits = limits }

    /// Takes the next text.
    mutating func push(_ bytes: UnsafeBufferPointer<UInt8>, to handler: any HTMLHandler) throws {
        pending.append(contentsOf: bytes)
        try consume(isLast: false, handler)
    }

    /// Takes what is left; true if the text ends within a tag or comment.
    mutating func finish(to handler: any HTMLHandler) throws -> Bool {
        try consume(isLast: true, handler)
        return !pending.isEmpty || rawElement != nil
    }

    private mutating func consume(isLast: Bool, _ handler: any HTMLHandler) throws {
        var raw = rawElement
        let used = try pending.withUnsafeBufferPointer { all in
            var position = 0
            while position < all.count {
                let rest = UnsafeBufferPointer(rebasing: all[position...])
                guard let length = try Self.token(rest, isLast, &raw, handler) else { break }
                position += length
            }
            return position
        }
        rawElement = raw
        pending.removeFirst(used)
        // An unclosed quote or comment must not gather the whole file.
        if pending.count > limits.cellBytes + (1 << 20) {
            throw RefusedFile(.limitCell, detail: String(limits.cellBytes))
        }
    }

    /// Hands on the token at the start of some text and answers its length; nil if its end is not there yet.
    private static func token(
        _ rest: UnsafeBufferPointer<UInt8>, _ isLast: Bool, _ raw: inout String?, _ handler: any HTMLHandler
    ) throws -> Int? {
        if let name = raw {
            guard let end = find(Array("</\(name)".utf8), in: rest) else {
                return isLast || rest.count <= 16 ? nil : rest.count - 16
            }
            raw = nil
            if end > 0 { return end }
        }
        guard rest[0] == UInt8(ascii: "<") else {
            guard let end = rest.firstIndex(of: UInt8(ascii: "<")) ?? (isLast ? rest.count : nil) else { return nil }
            try handler.text(UnsafeBufferPointer(rebasing: rest[..<end]))
            return end
        }
        guard rest.count > 1 else { return nil }
        switch rest[1] {
        case UInt8(ascii: "!"):
            if rest.count < 4, !isLast { return nil }
            let isComment = rest.starts(with: "<!--".utf8)
            let mark: [UInt8] = isComment ? Array("-->".utf8) : [UInt8(ascii: ">")]
            return find(mark, in: rest).map { $0 + mark.count }
        case UInt8(ascii: "?"):
            return rest.firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 }
        case UInt8(ascii: "/") where rest.count > 2 && isLetter(rest[2]):
            guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return nil }
            try handler.endTag(lowered(rest[2..<end].prefix { !isBlank($0) && $0 != UInt8(ascii: "/") }))
            return end + 1
        case UInt8(ascii: "/") where rest.count == 2 && !isLast:
            return nil
        case let byte where isLetter(byte):
            guard let (tag, length) = startTag(rest) else { return nil }
            if tag.name == "script" || tag.name == "style" { raw = tag.name }
            try handler.startTag(tag)
            return length
        default:
            // A bracket that opens no tag is text.
            try handler.text(UnsafeBufferPointer(rebasing: rest[..<1]))
            return 1
        }
    }

    private static func startTag(_ rest: UnsafeBufferPointer<UInt8>) -> (HTMLTag, length: Int)? {
        var index = 1
        while index < rest.count, !isNameEnd(rest[index]) { index += 1 }
        let name = lowered(rest[1..<index])
        var attributes: [(name: String, value: String)] = []
        while true {
            while index < rest.count, isBlank(rest[index]) || rest[index] == UInt8(ascii: "/") { index += 1 }
            guard index < rest.count else { return nil }
            if rest[index] == UInt8(ascii: ">") { return (HTMLTag(name: name, attributes: attributes), index + 1) }
            let start = index
            index += 1
            while index < rest.count, !isNameEnd(rest[index]), rest[index] != UInt8(ascii: "=") { index += 1 }
            let attribute = lowered(rest[start..<index])
            while index < rest.count, isBlank(rest[index]) { index += 1 }
            guard index < rest.count else { return nil }
            guard rest[index] == UInt8(ascii: "=") else {
                attributes.append((attribute, ""))
                continue
            }
            index += 1
            while index < rest.count, isBlank(rest[index]) { index += 1 }
            guard index < rest.count, let value = attributeValue(rest, &index) else { return nil }
            attributes.append((attribute, value))
        }
    }

    private static func attributeValue(_ rest: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> String? {
        let quote = rest[index]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            let start = index
            while index < rest.count, !isBlank(rest[index]), rest[index] != UInt8(ascii: ">") { index += 1 }
            return index < rest.count ? String(decoding: rest[start..<index], as: UTF8.self) : nil
        }
        let start = index + 1
        guard let end = rest[start...].firstIndex(of: quote) else { return nil }
        index = end + 1
        return String(decoding: rest[start..<end], as: UTF8.self)
    }

    /// Where some bytes stand first, letters in any case.
    private static func find(_ pattern: [UInt8], in text: UnsafeBufferPointer<UInt8>) -> Int? {
        var index = 0
        while index + pattern.count <= text.count {
            var matched = 0
            while matched < pattern.count, lower(text[index + matched]) == pattern[matched] { matched += 1 }
            if matched == pattern.count { return index }
            index += 1
        }
        return nil
    }

    private static func lowered(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
        // Written in place: names are short, and a short `String` takes no memory of its own.
        String(unsafeUninitializedCapacity: bytes.count) { name in
            for (index, byte) in bytes.enumerated() { name[index] = lower(byte) }
            return bytes.count
        }
    }

    private static func lower(_ byte: UInt8) -> UInt8 { 0x41...0x5A ~= byte ? byte | 0x20 : byte }
    private static func isLetter(_ byte: UInt8) -> Bool { 0x61...0x7A ~= byte | 0x20 }
    private static func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 }
    private static func isNameEnd(_ byte: UInt8) -> Bool {
        isBlank(byte) || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
    }
}
