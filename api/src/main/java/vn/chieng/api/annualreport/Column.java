package vn.chieng.api.annualreport;

/** The columns of the form's table by their number. */
final class Column {
    static final int NAME = 2;
    static final int OWNER = 3;
    static final int OPERATOR = 4;
    static final int LEVEL = 5;
    static final int APPROVAL = 6;
    static final int DECISION = 7;
    static final int REGULATION = 8;
    static final int PLANNED_APPROVAL = 9;
    static final int DEPLOYMENT = 10;
    static final int PLANNED_DEPLOYMENT = 11;
    static final int ASSESSMENT = 12;

    private Column() {}
}
