// The id of a run, made of what goes into it: the same data and settings are the same run, on any night.

import Crypto
import Personnel

/// The id: the as-of date and twelve digits of a SHA-256 over everything that the outcome depends on.
enum RunIdentifier {
    static func identifier(
        toolVersion: String, configSHA256: String, asOf: PartialDate, inputs: [InputFile], digests: [FileDigest]
    ) -> String {
        var hash = SHA256()
        // No path holds a NUL, so that two lists of files never read the same.
        func add(_ text: String) { hash.update(data: Array((text + "\0").utf8)) }
        add(toolVersion)
        add(configSHA256)
        add(asOf.description)
        for (input, digest) in zip(inputs, digests) {
            add(input.path)
            add(digest.sha256)
        }
        return asOf.description + "-" + hexadecimal(hash.finalize()).prefix(12)
    }
}
