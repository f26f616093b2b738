// What was read of a text once is read no second time.
import Personnel

/// Readings by the text that they are of.
struct Memo<Reading> {
    private var texts = TextPool()
    /// By code of the text, from 1.
    private var readings: [Reading] = []

    /// The reading of a text in UTF-8, made now if the text is new.
    mutating func reading(of text: UnsafeBufferPointer<UInt8>, _ read: (String) -> Reading) -> Reading {
        let code = Int(texts.code(forUTF8: text).rawValue)
        if code > 0, code <= readings.count { return readings[code - 1] }
        let reading = read(String(decoding: text, as: UTF8.self))
        if code > 0 { readings.append(reading) }
        return reading
    }
}
