// What was read of a text once is read no second time.
import Personnel

/// Readings by the text that they are of.
struct Memo<Reading> {
    private var texts = TextPool()
    /// By code of the text, from 1.
    private var readings: [Reading] = []
    /// The text asked for last: in many columns the next row says the same.
    private var last = TextCode.none

    /// The reading of a text in UTF-8, made now if the text is new.
    mutating func reading(of text: UnsafeBufferPointer<UInt8>, _ read: (String) -> Reading) -> Reading {
        if !texts.holds(text, as: last) { last = texts.code(forUTF8: text) }
        let code = Int(last.rawValue)
        if code > 0, code <= readings.count { return readings[code - 1] }
        let reading = read(String(decoding: text, as: UTF8.self))
        if code > 0 { readings.append(reading) }
        return reading
    }
}
