import Testing
import Vietnamese

@Suite("Encoding guesses")
struct EncodingGuessTests {
    static func guess(_ bytes: [UInt8]) -> EncodingGuess { bytes.withUnsafeBufferPointer { guessEncoding(of: $0) } }

    static func writers(upper: Bool) -> [(LegacyEncoding, (String) -> [UInt8])] {
        func cased(_ text: String) -> String { upper ? text.uppercased() : text }
        return [
            (.tcvn3, { LegacyWriters.tcvn3(cased($0)) }), (.vni, { LegacyWriters.vni(cased($0)) }),
            (.windows1258, { LegacyWriters.windows1258(cased($0), precomposed: true) }),
            (.windows1258, { LegacyWriters.windows1258(cased($0), precomposed: false) }),
        ]
    }

    @Test("single names: 97 in 100 are enough to tell the encoding", arguments: [false, true])
    func singleNames(upper: Bool) {
        let names = NameSamples.names(250).filter { name in name.utf8.contains { $0 >= 0x80 } }
        for (encoding, write) in Self.writers(upper: upper) {
            let right = names.count { Self.guess(write($0)).encoding == encoding }
            #expect(Double(right) >= 0.97 * Double(names.count), "\(encoding): \(right) of \(names.count)")
        }
    }

    @Test("three names always are", arguments: [false, true])
    func threeNames(upper: Bool) {
        let names = NameSamples.names(240)
        for (encoding, write) in Self.writers(upper: upper) {
            for start in stride(from: 0, to: names.count, by: 3) {
                let bytes = write(names[start..<start + 3].joined(separator: "\r\n"))
                #expect(Self.guess(bytes).encoding == encoding, "\(names[start..<start + 3])")
            }
        }
    }

    @Test("headings and units are told too")
    func lines() {
        let text = "STT,Họ và tên,Ngày sinh\n1,Vừ A Dơ,12/03/1985\nỦy ban nhân dân xã Mường Mươn, huyện Mường Chà\n"
        for (encoding, write) in Self.writers(upper: false) { #expect(Self.guess(write(text)).encoding == encoding) }
    }

    @Test("VIQR is told in plain ASCII")
    func viqr() {
        #expect(Self.guess(Array("Nguye^~n Va(n Hu+ng\nLo` Thi. Pa^ng\nVu+` A Do+".utf8)).encoding == .viqr)
    }

    @Test(
        "Western text, plain ASCII and binary data are none of them",
        arguments: [
            Array("Nguyen Van A, Lo Thi B. 12/03/1985 (x)".utf8), Array("".utf8),
            "Le café crème, le garçon naïf à l'hôtel: déjà prêts, très français".unicodeScalars.map { UInt8($0.value) },
            [UInt8]("Train to London, \u{A3}584 \u{B1} 5 %, see \u{A7}12".unicodeScalars.map { UInt8($0.value) }),
            "Müller und Söhne, größere Straße, Übermäßig schön für Jürgen".unicodeScalars.map { UInt8($0.value) },
            (0..<512).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ 13) },
        ])
    func none(bytes: [UInt8]) {
        #expect(Self.guess(bytes).encoding == nil)
    }

    @Test("more text gives more confidence")
    func confidence() {
        let one = Self.guess(LegacyWriters.tcvn3("Lò Văn Tuấn"))
        let many = Self.guess(LegacyWriters.tcvn3(NameSamples.names(30).joined(separator: "\n")))
        #expect(one.confidence > 0.4 && many.confidence > one.confidence && many.confidence > 0.97)
    }
}
