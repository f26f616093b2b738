// The one door to any list: tells a file's format, encoding and dialect by its content and reads its rows.

public import Vietnamese

/// The formats that can be read; the raw value is the name on the file's record.
public enum FileFormat: String, Sendable, CaseIterable {
    case csv
    case spreadsheetML = "spreadsheetml"
    case recordXML = "record-xml"
    case xlsx
    case html
}

/// A sheet of a file; formats without sheets have one with an empty name.
public struct SheetInfo: Sendable, Equatable {
    public var name: String
    public var isHidden: Bool
    public var usesDatesFrom1904: Bool
    /// The fields of record XML, a name a column; nil for formats whose columns are named by rows.
    public var fieldNames: [String]?
    /// What stands once in record XML, outside its records: an export's date, a sender's name; in the file's order.
    public var properties: [Property] = []
    /// The legacy Vietnamese font (`.VnTime`, `VNI-Times`) last met in a column; empty for any other font or none.
    ///
    /// A hint that grows as rows are read; shorter than the columns where the rest has none.
    public var fontHints: [String] = []

    public init(name: String = "", isHidden: Bool = false, usesDatesFrom1904: Bool = false) {
        self.name = name
        self.isHidden = isHidden
        self.usesDatesFrom1904 = usesDatesFrom1904
    }

    /// A name and its value.
    public struct Property: Sendable, Equatable {
        public var name: String
        public var value: String

        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }
}

/// A list, opened: its format, encoding and dialect are known, its rows can be read.
///
///     let file = try TabularFile(path: "muong-cha/danh sach.csv")
///     try file.read { batch, sheet in
///         for index in 0..<batch.count { print(batch[index].number, batch[index].texts) }
///     }
public struct TabularFile {
    public let format: FileFormat
    /// The encoding found; final once the file has been read, for only its rows can show what had to be repaired.
    public private(set) var encoding: EncodingGuess
    /// The dialect of a delimited file; nil for every other format.
    public let dialect: Dialect?

    /// How many cells were repaired so far, by what was wrong with them.
    public var repairs: [TextDamage: Int] { repairer.repairs }

    private var reader: any SheetReader
    private var repairer: TextRepairer

    /// Opens a file and tells by its content what it is.
    ///
    /// - parameter memory: what other files taught of damaged texts, for a run of many.
    /// - throws: `RefusedFile` where it is nothing that can be read as a table.
    public init(
        path: String, limits: ReadingLimits = ReadingLimits(), unknownLetters: UnknownLetters = .refuse,
        memory: DamageMemory? = nil
    ) throws(RefusedFile) {
        try self.init(
            try FileSource(path: path), .file(path: path), chunk: nil, limits: limits, unknownLetters: unknownLetters,
            memory: memory)
    }

    /// Opens bytes at hand.
    ///
    /// - parameter chunk: how many bytes are looked at together; the rows are the same for any number above 0.
    /// - throws: `RefusedFile` where they are nothing that can be read as a table.
    public init(bytes: [UInt8], chunk: Int = 256 << 10, limits: ReadingLimits = ReadingLimits()) throws(RefusedFile) {
        guard !bytes.isEmpty else { throw RefusedFile(.empty) }
        try self.init(MemorySource(bytes, chunk: chunk), .bytes(bytes), chunk: chunk, limits: limits)
    }

    private init(
        _ source: any ByteSource, _ input: MarkupInput, chunk: Int?, limits: ReadingLimits,
        unknownLetters: UnknownLetters = .refuse, memory: DamageMemory? = nil
    ) throws(RefusedFile) {
        repairer = TextRepairer(memory)
        var head: [UInt8] = []
        while head.count < ContentSniffer.headSize {
            guard try source.appendChunk(to: &head, size: ContentSniffer.headSize - head.count) else { break }
        }
        switch ContentSniffer.content(ofHead: head) {
        case .refused(let reason): throw RefusedFile(reason)
        case .oleContainer: throw RefusedFile(try ContentSniffer.contentOfContainer(source))
        case .format(let format): self.format = format
        }
        switch format {
        case .csv:
            let text = try DelimitedText(source, head: head, limits: limits, unknownLetters)
            (encoding, dialect) = (text.encoding, text.detected.dialect)
            reader = DelimitedReader(text: text.text, detected: text.detected, limits: limits)
        case .spreadsheetML, .recordXML, .html, .xlsx:
            dialect = nil
            encoding = try format.encoding(of: source, head: head)
            reader = try format.markupReader(
                input, encoding: encoding, chunkBytes: min(chunk ?? .max, MarkupInput.chunkBytes), limits: limits)
        }
    }

    /// Hands on the rows of all sheets in order, some thousand at a time.
    ///
    /// - throws: `RefusedFile` where the file breaks off: what was handed on before is then to be forgotten; and
    ///   whatever the body throws.
    public mutating func read(_ body: (RowBatch, SheetInfo) throws -> Void) throws {
        repairer.begin()
        defer { repairer.finish() }
        try reader.read { batch, sheet in
            var batch = batch
            repairer.mend(&batch)
            try body(batch, sheet)
        }
        let isUnicode = [.utf8, .utf16le, .utf16be].contains(encoding.encoding)
        if isUnicode, let found = repairer.prevailingEncoding { encoding.encoding = found }
    }
}

/// Text of which all is known that it takes to cut it into rows.
private struct DelimitedText {
    let encoding: EncodingGuess
    let detected: DetectedDialect
    private(set) var text: DecodedText

    init(
        _ source: any ByteSource, head: [UInt8], limits: ReadingLimits, _ unknownLetters: UnknownLetters
    ) throws(RefusedFile) {
        let found = try DetectedEncoding(of: source, head: head, unknownLetters: unknownLetters)
        encoding = found.guess
        text = try DecodedText(source, as: found)
        var sample: [UInt8] = []
        var isWhole = false
        while sample.count < DialectDetector.sampleSize && !isWhole { isWhole = try !text.appendChunk(to: &sample) }
        if sample.count > DialectDetector.sampleSize {
            sample.removeLast(sample.count - DialectDetector.sampleSize)
            isWhole = false
        }
        if sample.isEmpty { throw RefusedFile(.empty) }
        detected = DialectDetector(limits: limits).detect(in: sample, isWhole: isWhole)
        if isWhole { text.rewind(to: sample) } else { try text.rewind() }
    }
}

extension FileFormat {
    /// The encoding of a file of markup: XML says it itself; what HTML says is often wrong, so its text decides.
    fileprivate func encoding(of source: any ByteSource, head: [UInt8]) throws(RefusedFile) -> EncodingGuess {
        if self == .xlsx { return EncodingGuess(.utf8, confidence: 1) }
        if let mark = UnicodeMark(head) { return EncodingGuess(mark.encoding, confidence: 1) }
        if self != .html {
            let declared = MarkupSniffer.declaredEncoding(in: head).flatMap(TextEncoding.init(rawValue:))
            return EncodingGuess(declared ?? .utf8, confidence: 1)
        }
        do throws(RefusedFile) {
            return try DetectedEncoding(of: source, head: head).guess
        } catch {
            guard error.reason == .unknownEncoding else { throw error }
            return EncodingGuess(.utf8, confidence: 0)
        }
    }

    /// The reader of a file of markup.
    fileprivate func markupReader(
        _ input: MarkupInput, encoding: EncodingGuess, chunkBytes: Int, limits: ReadingLimits
    ) throws(RefusedFile) -> any SheetReader {
        switch self {
        case .csv: throw RefusedFile(.notATable)
        case .spreadsheetML: try SpreadsheetMLReader(input, limits: limits, chunkBytes: chunkBytes)
        case .recordXML: try RecordXMLReader(input, limits: limits, chunkBytes: chunkBytes)
        case .html:
            try HTMLTableReader(
                input, encoding: encoding.confidence > 0 ? encoding.name : nil, limits: limits, chunkBytes: chunkBytes)
        case .xlsx: try XLSXReader(input, limits: limits)
        }
    }
}
