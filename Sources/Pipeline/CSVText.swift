// interim
enum CSVText {
    static func rows(of bytes: [UInt8]) -> [(line: Int, cells: [String])] {
        var rows: [(line: Int, cells: [String])] = []
        var cells: [String] = []
        var cell: [UInt8] = []
        var line = 1
        var start = 1
        var quoted = false
        var i = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        func end() {
            cells.append(String(decoding: cell, as: UTF8.self))
            cell = []
        }
        while i < bytes.count {
            let b = bytes[i]
            if quoted {
                if b == 0x22 {
                    if i + 1 < bytes.count, bytes[i + 1] == 0x22 {
                        cell.append(b)
                        i += 1
                    } else {
                        quoted = false
                    }
                } else {
                    if b == 10 { line += 1 }
                    cell.append(b)
                }
            } else if b == 0x22 {
                quoted = true
            } else if b == 0x2C {
                end()
            } else if b == 10 {
                end()
                rows.append((start, cells))
                cells = []
                line += 1
                start = line
            } else if b != 13 {
                cell.append(b)
            }
            i += 1
        }
        if !cell.isEmpty || !cells.isEmpty {
            end()
            rows.append((start, cells))
        }
        return rows
    }
}
