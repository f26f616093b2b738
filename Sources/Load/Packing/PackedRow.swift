// One row as SQLite stores it: the values of its columns, then the record made of them.

/// The values of a row, column by column, which stay until they are bound again.
final class PackedRow {
    private struct Slot {
        /// SQLite's serial type of the value.
        var type = SerialType.null
        /// The bits of a number.
        var bits: UInt64 = 0
        /// The bytes of a text.
        var text: UnsafeMutablePointer<UInt8>?
        var capacity = 0
    }

    private let slots: UnsafeMutableBufferPointer<Slot>

    init(columns: Int) {
        slots = .allocate(capacity: columns)
        slots.initialize(repeating: Slot())
    }

    deinit {
        for slot in slots { slot.text?.deallocate() }
        slots.deallocate()
    }

    func setNull(_ column: Int) { slots[column].type = SerialType.null }

    func set(_ column: Int, _ number: Int64) {
        slots[column].type = SerialType.integer(number)
        slots[column].bits = UInt64(bitPattern: number)
    }

    /// What is no number is NULL, as in SQLite.
    func set(_ column: Int, _ number: Double) {
        slots[column].type = number.isNaN ? SerialType.null : SerialType.real
        slots[column].bits = number.bitPattern
    }

    func set(_ column: Int, utf8 bytes: UnsafeBufferPointer<UInt8>) {
        if slots[column].capacity < bytes.count {
            slots[column].text?.deallocate()
            slots[column].capacity = max(32, bytes.count * 2)
            slots[column].text = .allocate(capacity: slots[column].capacity)
        }
        slots[column].type = SerialType.text(bytes.count)
        if let start = bytes.baseAddress { slots[column].text?.update(from: start, count: bytes.count) }
    }

    /// The whole number in a column; nil for NULL.
    func integer(_ column: Int) -> Int64? {
        slots[column].type == SerialType.null ? nil : Int64(bitPattern: slots[column].bits)
    }

    /// The bytes of the text in a column, until the column is bound again; nil for NULL.
    func text(_ column: Int) -> UnsafeRawBufferPointer? {
        let slot = slots[column]
        if slot.type == SerialType.null { return nil }
        return UnsafeRawBufferPointer(start: slot.text, count: SerialType.size(slot.type))
    }

    /// How long the record is, and the front of it that tells the columns' types.
    func measure() -> (front: Int, record: Int) {
        var types = 0
        var body = 0
        for slot in slots {
            types += slot.type < 0x80 ? 1 : Varint.length(slot.type)
            body += SerialType.size(slot.type)
        }
        // The front counts its own length in.
        let front = types + (types + 1 < 0x80 ? 1 : types + 2 < 0x4000 ? 2 : 3)
        return (front, front + body)
    }

    /// Writes the record, `front` as `measure` told it.
    func write(front: Int, at place: UnsafeMutableRawPointer) {
        var type = place + Varint.put(UInt64(front), at: place)
        var body = place + front
        for slot in slots {
            if slot.type < 0x80 {
                type.storeBytes(of: UInt8(slot.type), as: UInt8.self)
                type += 1
            } else {
                type += Varint.put(slot.type, at: type)
            }
            if slot.type < 12 {
                body += SerialType.put(slot.bits, slot.type, at: body)
            } else if let text = slot.text {
                let count = SerialType.size(slot.type)
                body.copyMemory(from: text, byteCount: count)
                body += count
            }
        }
    }
}
