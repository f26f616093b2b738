// swift-tools-version: 6.2
// Feeds the readers with bytes that nobody would send, to find those that make them fall: `make fuzz` in the root.
// All of it, the readers too, is built with `-sanitize=fuzzer,address`, which the Makefile passes on.
import PackageDescription

let package = Package(
    name: "Fuzz",
    dependencies: [.package(name: "sapxep", path: "..")],
    targets: [
        .systemLibrary(name: "CLibFuzzer"),
        .executableTarget(
            name: "Fuzz",
            dependencies: ["CLibFuzzer", .product(name: "Tabular", package: "sapxep")],
            swiftSettings: [
                .swiftLanguageMode(.v6),
                .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("InternalImportsByDefault"),
            ]),
    ]
)
