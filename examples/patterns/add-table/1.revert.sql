drop table library.loans;
