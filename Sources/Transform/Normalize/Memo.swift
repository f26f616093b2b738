// What was read of a text once is read no second time, in whatever list it comes again.
import Personnel

/// How many texts a memo keeps: beyond it forgets all and begins anew, so that columns in which every cell is another
/// (telephone numbers, remarks) cost no more memory than others.
private let mostTexts = 8_192

/// The longest text that a memo keeps, in bytes: longer ones hardly come again.
private let longestText = 512

/// Readings by the text that they are of.
struct Memo<Reading: Sendable>: Sendable {
    private var texts = TextPool()
    /// By code of the text, from 1.
    private var readings: [Reading] = []
    /// The text asked for last: in many columns the next row says the same.
    private var last = TextCode.none

    /// The reading of a text in UTF-8, made now if the text is new.
    mutating func reading(of text: UnsafeBufferPointer<UInt8>, _ read: (String) -> Reading) -> Reading {
        if text.count > longestText { return read(String(decoding: text, as: UTF8.self)) }
        if !texts.holds(text, as: last) {
            if texts.count > mostTexts { self = Memo() }
            last = texts.code(forUTF8: text)
        }
        let code = Int(last.rawValue)
        if code > 0, code <= readings.count { return readings[code - 1] }
        let reading = read(String(decoding: text, as: UTF8.self))
        if code > 0 { readings.append(reading) }
        return reading
    }
}

/// What a text became, in codes of the pool of the list at hand.
struct TextReading<Finding> {
    var code: TextCode
    /// The text as it stood, where it was changed.
    var original: TextCode
    /// What else the reading found.
    var finding: Finding
}

/// Normalised texts by the text that they are of, for all lists; codes are looked up once a list.
struct TextMemo<Finding: Sendable>: Sendable {
    /// The texts as read and the texts that they became.
    private var texts = TextPool()
    /// By code in `texts`.
    private var entries: [Entry] = [Entry()]
    private var last = TextCode.none
    /// The list at hand: codes of other lists mean nothing in its pool.
    private var list: UInt32 = 1

    private struct Entry {
        /// What reading the text gave; nil of a text that only another one became.
        var reading: (value: TextCode, finding: Finding)?
        /// The text's code in the pool of a list, and which list that is.
        var code = TextCode.none
        var list: UInt32 = 0
    }

    /// Begins a list with a pool of its own.
    mutating func beginList() {
        list += 1
        last = .none
    }

    /// The reading of a text in UTF-8, made now if the text is new.
    mutating func reading(
        of text: UnsafeBufferPointer<UInt8>, in pool: inout TextPool, _ read: (String) -> (value: String, Finding)
    ) -> TextReading<Finding> {
        if text.count > longestText { return Self.unremembered(text, in: &pool, read) }
        if !texts.holds(text, as: last) {
            if texts.count > mostTexts { forget() }
            last = code(of: text)
        }
        let own = last
        let known: (value: TextCode, finding: Finding)
        if let reading = entries[Int(own.rawValue)].reading {
            known = reading
        } else {
            known = newReading(of: text, as: own, read)
        }
        let code = self.code(of: known.value, in: &pool)
        let original = known.value == own ? .none : self.code(of: own, in: &pool)
        return TextReading(code: code, original: original, finding: known.finding)
    }

    private static func unremembered(
        _ text: UnsafeBufferPointer<UInt8>, in pool: inout TextPool, _ read: (String) -> (value: String, Finding)
    ) -> TextReading<Finding> {
        var (value, finding) = read(String(decoding: text, as: UTF8.self))
        return value.withUTF8 { value in
            let code = pool.code(forUTF8: value)
            let isSame = value.elementsEqual(text)
            return TextReading(code: code, original: isSame ? .none : pool.code(forUTF8: text), finding: finding)
        }
    }

    private mutating func newReading(
        of text: UnsafeBufferPointer<UInt8>, as own: TextCode, _ read: (String) -> (value: String, Finding)
    ) -> (value: TextCode, finding: Finding) {
        var (value, finding) = read(String(decoding: text, as: UTF8.self))
        let reading = (value: value.withUTF8 { code(of: $0) }, finding: finding)
        entries[Int(own.rawValue)].reading = reading
        return reading
    }

    /// The code of a text here, with an entry.
    private mutating func code(of text: UnsafeBufferPointer<UInt8>) -> TextCode {
        let code = texts.code(forUTF8: text)
        if code.rawValue == entries.count { entries.append(Entry()) }
        return code
    }

    /// The code in the list's pool of a text that is known here.
    private mutating func code(of own: TextCode, in pool: inout TextPool) -> TextCode {
        if own.isNone { return own }
        let entry = entries[Int(own.rawValue)]
        if entry.list == list { return entry.code }
        var code = TextCode.none
        texts.withUTF8(of: own) { code = pool.code(forUTF8: $0) }
        entries[Int(own.rawValue)].code = code
        entries[Int(own.rawValue)].list = list
        return code
    }

    private mutating func forget() {
        texts = TextPool()
        entries = [Entry()]
        last = .none
    }
}
