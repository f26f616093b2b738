// Reads one file in one way and prints what that cost, as JSON: `reading scan|door|bare-sax|ENCODING FILE [REPEATS]`.

import BareSAX
import Glibc
@_spi(Measuring) import Tabular
import Vietnamese

@main
struct Reading {
    /// What was seen on the way: proof that all ways read the same.
    struct Counts {
        var rows = 0
        var cells = 0
        var bytes = 0
    }

    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count >= 3 else {
            print("usage: reading scan|door|bare-sax|windows-1258|tcvn3|vni|viqr FILE [REPEATS]")
            exit(2)
        }
        let (way, path) = (arguments[1], arguments[2])
        let repeats = arguments.count > 3 ? Int(arguments[3]) ?? 1 : 1
        var bytes: [UInt8] = []
        if way == "scan" || LegacyEncoding(rawValue: way) != nil { bytes = try contents(of: path) }
        for _ in 0..<repeats {
            let begin = cpuSeconds()
            let counts = try read(way, path, bytes)
            let seconds = cpuSeconds() - begin
            print(
                """
                {"cpu": \(seconds), "rows": \(counts.rows), "cells": \(counts.cells), "bytes": \(counts.bytes)}
                """)
        }
    }

    static func read(_ way: String, _ path: String, _ bytes: [UInt8]) throws -> Counts {
        switch way {
        case "scan":
            let counted = try ScanCount(of: bytes)
            return Counts(rows: counted.rows, cells: counted.cells, bytes: counted.bytes)
        case "door": return try throughTheDoor(path)
        case "bare-sax":
            let counted = bare_sax_read(path)
            guard counted.elements >= 0 else { throw Unreadable() }
            return Counts(cells: counted.elements, bytes: counted.bytes)
        default:
            guard let encoding = LegacyEncoding(rawValue: way) else { throw Unreadable() }
            return decoded(bytes, encoding)
        }
    }

    static func throughTheDoor(_ path: String) throws -> Counts {
        var counts = Counts()
        var file = try TabularFile(path: path)
        try file.read { batch, _ in
            counts.rows += batch.count
            counts.bytes += batch.byteCount
            for index in 0..<batch.count { counts.cells += batch[index].count }
        }
        return counts
    }

    static func decoded(_ bytes: [UInt8], _ encoding: LegacyEncoding) -> Counts {
        var counts = Counts()
        var decoder = LegacyDecoder(encoding)
        var text: [UInt8] = []
        bytes.withUnsafeBufferPointer { all in
            for start in stride(from: 0, to: all.count, by: 256 << 10) {
                text.removeAll(keepingCapacity: true)
                let end = min(start + (256 << 10), all.count)
                decoder.decode(UnsafeBufferPointer(rebasing: all[start..<end]), into: &text)
                counts.bytes += text.count
            }
        }
        text.removeAll(keepingCapacity: true)
        decoder.finish(into: &text)
        counts.bytes += text.count
        return counts
    }

    struct Unreadable: Error {}

    static func contents(of path: String) throws -> [UInt8] {
        guard let file = fopen(path, "r") else { throw Unreadable() }
        defer { fclose(file) }
        fseek(file, 0, SEEK_END)
        let size = ftell(file)
        rewind(file)
        return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            count = fread(buffer.baseAddress, 1, size, file)
        }
    }

    static func cpuSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
