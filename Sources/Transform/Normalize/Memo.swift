// What was read of a text once is read no second time.
import Personnel

/// Readings by the text that they are of.
struct Memo<Reading> {
    private var texts = TextPool()
    private var readings: [Reading?] = [nil]

    /// The reading of a text, made now if the text is new.
    mutating func reading(of text: String, _ read: () -> Reading) -> Reading {
        let index = Int(texts.code(for: text).rawValue)
        if index < readings.count, let reading = readings[index] { return reading }
        let reading = read()
        while readings.count <= index { readings.append(nil) }
        readings[index] = reading
        return reading
    }
}
