package vn.chieng.sigma;

/** Rules that between them use every modifier and form of the specification, so that no corpus is needed to test them. */
final class EveryKind {
    private static final String[] DETECTIONS = {
        "s: {a: Word}\ncondition: s",
        "s: {a|contains: inside}\ncondition: s",
        "s: {a|startswith: C:\\Users\\}\ncondition: s",
        "s: {a|endswith: '\\cmd.exe'}\ncondition: s",
        "s: {a|contains|all: [one, two, k-s-i]}\ncondition: s",
        "s: {a|contains|cased: MiXed}\ncondition: s",
        "s: {a: 'w?ld*c*rd'}\ncondition: s",
        "s: {a: '?*'}\ncondition: s",
        "s: {a: ''}\ncondition: s",
        "s: {a: '*'}\ncondition: s",
        "s: {a: null}\ncondition: s",
        "s: {a|exists: true}\ncondition: s",
        "s: {a|exists: false}\ncondition: s",
        "s: {b: 4688}\ncondition: s",
        "s: {b: 1.50}\ncondition: s",
        "s: {b: true}\ncondition: s",
        "s: {b|gt: 3}\ncondition: s",
        "s: {b|lte: 0}\ncondition: s",
        "s: {a|re: 'net\\s+(user|group)'}\ncondition: s",
        "s: {a|re|i: 'x{2,}y+'}\ncondition: s",
        "s: {a|re|m|s: '^a.b$'}\ncondition: s",
        "s: {ip|cidr: [10.0.0.0/9, 'fe80::/10']}\ncondition: s",
        "s: {t|hour|gte: 22}\ncondition: s",
        "s: {a|fieldref: c}\nu: {c: same}\ncondition: s",
        "s: {a|fieldref|endswith: c}\nu: {c: x}\ncondition: s",
        "s: {a|windash|contains: ' -enc '}\ncondition: s",
        "s: {a|base64offset|contains: foobar}\ncondition: s",
        "s: {a|wide|base64offset|contains: 'http://'}\ncondition: s",
        "s: {a|base64|contains: foobar}\ncondition: s",
        "s: {a|utf16le|base64offset|contains: cmd}\ncondition: s",
        "s: {a|utf16be|base64offset|contains: cmd}\ncondition: s",
        "s: {a|utf16|base64offset|contains: cmd}\ncondition: s",
        "s: {b|lt: 3}\ncondition: s",
        "s: {b|gte: 4688}\ncondition: s",
        "s: {t|minute: 59}\ncondition: s",
        "s: {t|day: 22}\ncondition: s",
        "s: {t|week|lt: 48}\ncondition: s",
        "s: {t|month: 11}\ncondition: s",
        "s: {t|year|gt: 2025}\ncondition: s",
        "s: {a|endswith|cased: .EXE}\ncondition: s",
        "s: {a|contains: '\\'}\ncondition: s",
        "s: {a|contains: [x, '\"', đ]}\ncondition: s",
        "s: {a|endswith: [one, two, three, '\\four', five, six, seven]}\ncondition: s",
        "s: {a: [one*, two*, '*three', word, 'x?y', six, '*sev*en*']}\ncondition: s",
        "s: [1e3, '200']\ncondition: s",
        "s: {a|neq: Word}\ncondition: s",
        "s: {a|neq: Word}\ncondition: not s",
        "s: {a: Word}\nu: {b: 1}\ncondition: not (s or u)",
        "s: {a: Word}\nu: {b: 1}\ncondition: not (not s or not u)",
        "s: {a: Word}\nu: {b: 1}\ncondition: s and not u",
        "s: [{a: Word}, {b: 4}, {c: null}]\ncondition: s",
        "s: [needle, 'k?y', 47]\ncondition: s",
        "s: {'|all': [one, two]}\ncondition: s",
        "s: [needle, {a: Word}]\ncondition: s",
        "s: [nee]\ncondition: not s",
        "s: {nested.name: deep}\ncondition: s",
        "s: {a: 'Đường Sắt'}\ncondition: s",
        "s: {a|contains: 'ĐƯỜNG'}\ncondition: s",
        "s1: {a: x}\ns2: {b: 2}\ns3: {c: y}\ncondition: 1 of s* and not all of s*",
    };

    private EveryKind() {}

    /** One document for each kind. */
    static String rules() {
        StringBuilder documents = new StringBuilder();
        for (int i = 0; i < DETECTIONS.length; i++) {
            documents
                    .append("---\ntitle: Kind ")
                    .append(i)
                    .append("\nlogsource: {category: test")
                    .append(i % 3 == 0 ? ", product: p" : "")
                    .append("}\ndetection:\n")
                    .append(DETECTIONS[i].indent(2));
        }
        return documents.toString();
    }
}
