// swift-tools-version: 6.2
// Measures the readers of the package above; a package of its own, so that nothing of it is built with the product.
import PackageDescription

let package = Package(
    name: "Benchmarks",
    dependencies: [.package(name: "sapxep", path: "..")],
    targets: [
        .systemLibrary(name: "CLibXML2Headers", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .target(name: "BareSAX", dependencies: ["CLibXML2Headers"]),
        .executableTarget(
            name: "reading",
            dependencies: ["BareSAX", .product(name: "Tabular", package: "sapxep")],
            path: "Sources/Reading",
            swiftSettings: [
                .swiftLanguageMode(.v6), .treatAllWarnings(as: .error), .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("InternalImportsByDefault"),
            ]),
    ]
)
