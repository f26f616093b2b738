// The values of a row by field, in UTF-8: the hot way from lists to records makes no `String` of a cell.

/// One text a field, as read: empty where the row has none. Reused from row to row.
///
/// The texts lie behind each other in one array.
public struct FieldValues: Sendable, Equatable {
    @usableFromInline var bytes: [UInt8] = []
    @usableFromInline var spans: [ValueSpan]

    public init() { spans = Array(repeating: ValueSpan(), count: Field.allCases.count) }

    /// Values for some fields, the others empty.
    public init(_ values: [Field: String]) {
        self.init()
        for field in Field.allCases { self[field] = values[field] ?? "" }
    }

    public subscript(field: Field) -> String {
        get { withTexts { $0.text(field) } }
        set {
            var text = newValue
            text.withUTF8 { set(field, to: $0) }
        }
    }

    /// Whether the row has no value for a field.
    @inlinable public func isEmpty(_ field: Field) -> Bool { spans[Int(field.rawValue)].isEmpty }

    /// Sets a value, given in UTF-8.
    @inlinable public mutating func set(_ field: Field, to text: UnsafeBufferPointer<UInt8>) {
        spans[Int(field.rawValue)] = ValueSpan(start: UInt32(bytes.count), count: UInt32(text.count))
        bytes.append(contentsOf: text)
    }

    public mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        for index in spans.indices { spans[index] = ValueSpan() }
    }

    /// Hands out the values as bytes, which live for the call only.
    @inlinable public func withTexts<Result>(_ body: (FieldTexts) -> Result) -> Result {
        bytes.withUnsafeBufferPointer { bytes in
            spans.withUnsafeBufferPointer { body(FieldTexts(bytes: bytes, spans: $0)) }
        }
    }

    public static func == (left: FieldValues, right: FieldValues) -> Bool {
        left.withTexts { left in
            right.withTexts { right in Field.allCases.allSatisfy { left[$0].elementsEqual(right[$0]) } }
        }
    }
}

/// The values of a row as bytes, valid as long as the call lasts that hands them out (``FieldValues/withTexts(_:)``).
public struct FieldTexts {
    @usableFromInline let bytes: UnsafeBufferPointer<UInt8>
    @usableFromInline let spans: UnsafeBufferPointer<ValueSpan>

    @inlinable init(bytes: UnsafeBufferPointer<UInt8>, spans: UnsafeBufferPointer<ValueSpan>) {
        self.bytes = bytes
        self.spans = spans
    }

    /// The text of a field in UTF-8; empty where the row has none.
    @inlinable public subscript(field: Field) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: bytes[spans[Int(field.rawValue)].range])
    }

    @inlinable public func text(_ field: Field) -> String { String(decoding: self[field], as: UTF8.self) }
}
