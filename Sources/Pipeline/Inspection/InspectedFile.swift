// A file's sheets and the tables on them, whatever they are about: what `inspect` says of any CSV or spreadsheet, and
// what `--table` writes out.

import Glibc
public import Tabular

/// A file whose tables have been found.
public struct InspectedFile {
    /// A table with its number among those of the file, from 1.
    struct Table {
        var number: Int
        /// The position of its sheet, from 0.
        var sheet: Int
        var found: FoundTable
        /// The columns' names where the format itself gives them.
        var fieldNames: [String]?
    }

    struct Sheet {
        var info: SheetInfo
        var profile: SheetProfile
    }

    let path: String
    let limits: ReadingLimits
    let format: FileFormat
    /// The dialect of delimited text. A single column is told to be one of commas, which every program expects, where
    /// reading it so gives the same rows.
    let dialect: Dialect?
    private(set) var sheets: [Sheet] = []
    private(set) var tables: [Table] = []

    /// Lets go of what is known of each row: it takes memory, and only describing the tables needs it.
    mutating func forgetProfiles() { sheets = [] }

    /// Reads a file and finds its tables.
    ///
    /// - throws: `RunFailure`: status 2 where there is no such file, 1 where it is refused, with what to do about it.
    public init(path: String, limits: ReadingLimits = ReadingLimits()) throws(RunFailure) {
        var status = stat()
        guard stat(path, &status) == 0 else { throw .usage("\(path): there is no such file") }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw .usage("\(path): is no file; inspect takes one list")
        }
        do {
            try self.init(reading: path, limits: limits)
        } catch let refusal as RefusedFile {
            throw RunFailure(refusal, path: path)
        } catch {
            throw .failed("\(path): \(error)")
        }
    }

    private init(reading path: String, limits: ReadingLimits) throws {
        self.path = path
        self.limits = limits
        var opened: BatchConveyor.OpenedFile?
        var holdsCommas = false
        var sheets: [Sheet] = []
        try BatchConveyor.read(path, limits: limits) {
            opened = $0
        } _: { batch, info in
            while sheets.count <= batch.sheet {
                sheets.append(Sheet(info: info, profile: SheetProfile(isDelimited: opened?.format == .csv)))
            }
            sheets[batch.sheet].info = info
            sheets[batch.sheet].profile.add(batch)
            holdsCommas = holdsCommas || batch.holds(UInt8(ascii: ","))
        }
        format = opened?.format ?? .csv
        var dialect = opened?.dialect
        if dialect?.delimiter == nil, !holdsCommas { dialect?.delimiter = UInt8(ascii: ",") }
        self.dialect = dialect
        self.sheets = sheets
        for (index, sheet) in sheets.enumerated() {
            let finder = TableFinder(sheet.profile)
            let found = sheet.info.fieldNames == nil ? finder.tables() : finder.records().map { [$0] } ?? []
            for table in found {
                tables.append(
                    Table(number: tables.count + 1, sheet: index, found: table, fieldNames: sheet.info.fieldNames))
            }
        }
    }
}

extension RunFailure {
    /// A file that can't be used: one sentence with its name, what is wrong and what to do.
    init(_ refusal: RefusedFile, path: String) {
        self.init(status: refusal.reason == .notAFile ? .usage : .openQuestions, description: "\(path): \(refusal)")
    }
}
