/** The nodes of a corosync.conf of two rings, as they stand in its nodelist. */
export const twoNodes = `    node {
        nodeid: 1
        name: alpha
        ring0_addr: 10.0.0.11
        ring1_addr: 10.1.0.11
    }
    node {
        nodeid: 2
        name: beta
        ring0_addr: 10.0.0.12
        ring1_addr: 10.1.0.12
    }
`;
