// An opening tag as the parser sees it: looked at in place, and copied only where something is kept.

internal import CLibXML2
internal import Glibc

/// The name and attributes of an element that begins; lives only as long as the call that hands it on.
///
/// Names are local names: which prefix a writer chose, or none, tells nothing.
struct XMLElement: ~Copyable {
    private let name: UnsafePointer<xmlChar>
    private let attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    /// How many attributes it has, declarations of namespaces aside.
    let attributeCount: Int

    /// A view of what libxml2 hands to `startElementNs`: five pointers an attribute.
    init(
        name: UnsafePointer<xmlChar>, attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int32
    ) {
        self.name = name
        self.attributes = attributes
        attributeCount = attributes == nil ? 0 : Int(count)
    }

    /// The local name.
    var nameText: String { String(cString: name) }

    /// A number that is the same for elements of one name within a document.
    ///
    /// libxml2 keeps each name once, so the address tells names apart.
    var nameIdentity: UInt { UInt(bitPattern: name) }

    func isNamed(_ text: StaticString) -> Bool { Self.equal(name, text) }

    /// The name's length in bytes, and the longest of its attributes' names if that is longer.
    var longestName: Int {
        var longest = strlen(UnsafeRawPointer(name).assumingMemoryBound(to: CChar.self))
        for index in 0..<attributeCount {
            guard let attribute = attributes?[index * 5] else { continue }
            longest = max(longest, strlen(UnsafeRawPointer(attribute).assumingMemoryBound(to: CChar.self)))
        }
        return longest
    }

    /// A number that is the same for attributes of one name within a document, and for elements of that name.
    func attributeIdentity(_ index: Int) -> UInt {
        guard index < attributeCount, let name = attributes?[index * 5] else { return 0 }
        return UInt(bitPattern: name)
    }

    /// Whether an attribute speaks of the XML and not of its matter: `xml:space`, `xsi:nil`.
    func isReservedAttribute(_ index: Int) -> Bool {
        guard index < attributeCount, let prefix = attributes?[index * 5 + 1] else { return false }
        return Self.equal(prefix, "xml") || Self.equal(prefix, "xsi")
    }

    /// The local name of an attribute by its position.
    func attributeName(_ index: Int) -> String {
        guard index < attributeCount, let name = attributes?[index * 5] else { return "" }
        return String(cString: name)
    }

    /// The value of an attribute by its position.
    func attributeValue(_ index: Int) -> String {
        guard let bytes = rawValue(index) else { return "" }
        return Self.decoded(bytes)
    }

    /// The value of the attribute of that local name; nil if there is none.
    func value(_ name: StaticString) -> String? {
        guard let index = index(of: name), let bytes = rawValue(index) else { return nil }
        return Self.decoded(bytes)
    }

    /// Whether an attribute has just this value.
    func value(_ name: StaticString, is text: StaticString) -> Bool {
        guard let index = index(of: name), let bytes = rawValue(index) else { return false }
        return bytes.elementsEqual(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// The value of an attribute that holds a whole number from 0 to 2³¹ - 1; nil for any other.
    func number(_ name: StaticString) -> Int? {
        guard let index = index(of: name), let bytes = rawValue(index) else { return nil }
        var number = 0
        for byte in bytes {
            guard byte >= 0x30, byte <= 0x39, number < 1 << 31 else { return nil }
            number = number * 10 + Int(byte - 0x30)
        }
        return bytes.isEmpty || number >= 1 << 31 ? nil : number
    }

    /// Hands on the bytes of an attribute's value, undecoded: no `&` stands in the values this is meant for.
    func withValue<Result>(_ name: StaticString, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result? {
        guard let index = index(of: name), let bytes = rawValue(index) else { return nil }
        return body(bytes)
    }

    private func index(of name: StaticString) -> Int? {
        for index in 0..<attributeCount {
            if let attribute = attributes?[index * 5], Self.equal(attribute, name) { return index }
        }
        return nil
    }

    private func rawValue(_ index: Int) -> UnsafeBufferPointer<UInt8>? {
        guard index < attributeCount, let attributes, let start = attributes[index * 5 + 3],
            let end = attributes[index * 5 + 4]
        else { return nil }
        return UnsafeBufferPointer(start: start, count: end - start)
    }

    private static func equal(_ name: UnsafePointer<xmlChar>, _ text: StaticString) -> Bool {
        var index = 0
        let count = text.utf8CodeUnitCount
        let other = text.utf8Start
        while index < count {
            if name[index] != other[index] { return false }
            index += 1
        }
        return name[count] == 0
    }

    /// libxml2 leaves an ampersand in a value as `&#38;`, and nothing else, where entities are not substituted.
    private static func decoded(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
        var text: [UInt8] = []
        var index = 0
        while index < bytes.count {
            text.append(bytes[index])
            index += bytes[index] == UInt8(ascii: "&") ? 5 : 1
        }
        return String(decoding: text, as: UTF8.self)
    }
}
