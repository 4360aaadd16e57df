<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>BalanceSection</name>
    <message numerus="yes">
        <source>Went out in %n day(s)</source>
        <translation>
            <numerusform>Went out in %n day</numerusform>
            <numerusform>Went out in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Lasts about %n day(s) at this pace</source>
        <translation>
            <numerusform>Lasts about %n day at this pace</numerusform>
            <numerusform>Lasts about %n days at this pace</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BrowseView</name>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n product</numerusform>
            <numerusform>%n products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skipped</source>
        <translation>
            <numerusform>%n skipped</numerusform>
            <numerusform>%n skipped</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CartView</name>
    <message numerus="yes">
        <source>%n card(s)</source>
        <translation>
            <numerusform>%n card</numerusform>
            <numerusform>%n cards</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n parked cart(s)</source>
        <translation>
            <numerusform>%n parked cart</numerusform>
            <numerusform>%n parked carts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CasesPage</name>
    <message numerus="yes">
        <source>%n card(s) not finished</source>
        <translation>
            <numerusform>%n card not finished</numerusform>
            <numerusform>%n cards not finished</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n urgent</source>
        <translation>
            <numerusform>%n urgent</numerusform>
            <numerusform>%n urgent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConnectionForm</name>
    <message numerus="yes">
        <source>This computer&apos;s clock is %n minute(s) fast.</source>
        <translation>
            <numerusform>This computer&apos;s clock is %n minute fast.</numerusform>
            <numerusform>This computer&apos;s clock is %n minutes fast.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock is %n minute(s) slow.</source>
        <translation>
            <numerusform>This computer&apos;s clock is %n minute slow.</numerusform>
            <numerusform>This computer&apos;s clock is %n minutes slow.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DayView</name>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s)</source>
        <translation>
            <numerusform>%n card</numerusform>
            <numerusform>%n cards</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpenCasesCard</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ParkedSheet</name>
    <message numerus="yes">
        <source>%n card(s)</source>
        <translation>
            <numerusform>%n card</numerusform>
            <numerusform>%n cards</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaymentView</name>
    <message numerus="yes">
        <source>%n card(s), to pay at the main till</source>
        <translation>
            <numerusform>%n card, to pay at the main till</numerusform>
            <numerusform>%n cards, to pay at the main till</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProgressView</name>
    <message numerus="yes">
        <source>%1 of %n card(s) delivered</source>
        <translation>
            <numerusform>%1 of %n card delivered</numerusform>
            <numerusform>%1 of %n cards delivered</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message numerus="yes">
        <source>%n open case(s)</source>
        <translation>
            <numerusform>%n open case</numerusform>
            <numerusform>%n open cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them urgent</source>
        <translation>
            <numerusform>%n of them urgent</numerusform>
            <numerusform>%n of them urgent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message numerus="yes">
        <source>Waiting for %n order(s) to be answered.</source>
        <translation>
            <numerusform>Waiting for %n order to be answered.</numerusform>
            <numerusform>Waiting for %n orders to be answered.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrainingPanel</name>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cases</name>
    <message numerus="yes">
        <source>%n open case(s) can&apos;t wait any longer.</source>
        <translation>
            <numerusform>%n open case can&apos;t wait any longer.</numerusform>
            <numerusform>%n open cases can&apos;t wait any longer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>doctor</name>
    <message numerus="yes">
        <source>This computer&apos;s clock is %n second(s) ahead.</source>
        <translation>
            <numerusform>This computer&apos;s clock is %n second ahead.</numerusform>
            <numerusform>This computer&apos;s clock is %n seconds ahead.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock is %n second(s) behind.</source>
        <translation>
            <numerusform>This computer&apos;s clock is %n second behind.</numerusform>
            <numerusform>This computer&apos;s clock is %n seconds behind.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>formats</name>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>products</name>
    <message numerus="yes">
        <source>Valid for %n month(s)</source>
        <translation>
            <numerusform>Valid for %n month</numerusform>
            <numerusform>Valid for %n months</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>progress</name>
    <message numerus="yes">
        <source>%n card(s) moved to Open cases.</source>
        <translation>
            <numerusform>%n card moved to Open cases.</numerusform>
            <numerusform>%n cards moved to Open cases.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paid card(s) never ordered.</source>
        <translation>
            <numerusform>%n paid card was never ordered.</numerusform>
            <numerusform>%n paid cards were never ordered.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>standing</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
</TS>
