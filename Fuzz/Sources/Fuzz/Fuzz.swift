// The program: chooses a target and hands it to libFuzzer.

import CLibFuzzer

/// `Fuzz TARGET [libFuzzer's options] [folders of inputs]`
@main
struct Fuzz {
    static func main() {
        guard CommandLine.argc > 1, let name = CommandLine.unsafeArgv[1],
            let target = FuzzTarget(rawValue: String(cString: name))
        else {
            let names = FuzzTarget.allCases.map(\.rawValue).joined(separator: ", ")
            print("usage: Fuzz TARGET [options of libFuzzer] [folders]; targets: \(names)")
            return
        }
        // libFuzzer sees the arguments without the target's name.
        var arguments = (0..<Int(CommandLine.argc)).filter { $0 != 1 }.map { CommandLine.unsafeArgv[$0] } + [nil]
        var count = CommandLine.argc - 1
        arguments.withUnsafeMutableBufferPointer { buffer in
            var start = buffer.baseAddress
            _ = LLVMFuzzerRunDriver(&count, &start, target.entry)
        }
    }
}

/// What is fuzzed; the raw value is the name of its folder of seeds.
enum FuzzTarget: String, CaseIterable {
    case delimited
    case spreadsheetML = "spreadsheetml"
    case recordXML = "record-xml"
    case html
    case xlsx
    case text

    /// What libFuzzer calls with each input: 0 where the input was of use, -1 where it is not worth keeping.
    var entry: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32 {
        switch self {
        case .delimited: { ReaderCheck(.csv).run(Array(UnsafeBufferPointer(start: $0, count: $1))) }
        case .spreadsheetML: { ReaderCheck(.spreadsheetML).run(Array(UnsafeBufferPointer(start: $0, count: $1))) }
        case .recordXML: { ReaderCheck(.recordXML).run(Array(UnsafeBufferPointer(start: $0, count: $1))) }
        case .html: { ReaderCheck(.html).run(Array(UnsafeBufferPointer(start: $0, count: $1))) }
        case .xlsx: { ReaderCheck(.xlsx).run(workbook(from: Array(UnsafeBufferPointer(start: $0, count: $1)))) }
        case .text: { TextCheck().run(Array(UnsafeBufferPointer(start: $0, count: $1))) }
        }
    }
}
